// What this browser remembers. Private windows may refuse storage: then nothing is remembered and nothing breaks.

export function recall(key, fallback = null) {
  try {
    const stored = window.localStorage.getItem(`qlvb.${key}`);
    return stored === null ? fallback : JSON.parse(stored);
  } catch {
    return fallback;
  }
}

export function remember(key, value) {
  try {
    window.localStorage.setItem(`qlvb.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  try {
    window.localStorage.removeItem(`qlvb.${key}`);
  } catch {
    // nothing was stored
  }
}

/** Puts `value` first in the list under `key`, keeping `limit` entries, compared by `id`. */
export function rememberRecent(key, value, limit = 8) {
  const others = recall(key, []).filter((item) => item.id !== value.id);
  remember(key, [value, ...others].slice(0, limit));
}
