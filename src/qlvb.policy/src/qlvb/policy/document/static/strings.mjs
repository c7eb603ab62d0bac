// Words for people, put into the page by the server in the language of the page.

const source = document.getElementById("qlvb-strings");
const words = source ? JSON.parse(source.textContent) : {};

/** The text with id `key`; `{name}` is replaced by `values.name`. */
export function say(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}
