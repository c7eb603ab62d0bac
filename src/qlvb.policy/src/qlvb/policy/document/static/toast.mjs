// Short messages, announced to screen readers; the shell draws them.

/** Shows `text`; `kind` is success, info, warning or danger. The message, for whoever takes it away again. */
export function toast(text, kind = "success") {
  return text ? window.qlvbToast?.(text, kind) : undefined;
}

/** Says in passing why a key does nothing; `button` is the greyed one that knows, `text` what is said without one. */
export function hint(button, text) {
  window.qlvbHint?.(button ? window.qlvbWhy(button) : text);
}
