// Short messages, announced to screen readers; the shell draws them.

/** Shows `text`; `kind` is success, warning or danger. */
export function toast(text, kind = "success") {
  if (text) window.qlvbToast?.(text, kind);
}
