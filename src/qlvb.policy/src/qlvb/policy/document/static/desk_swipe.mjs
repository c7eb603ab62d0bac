// A finger that goes sideways turns the page of the desk; up and down it scrolls.

/** Calls `turn(1)` for the next item, `turn(-1)` for the one before; where one is `writing(target)` a finger chooses text. */
export function startSwipes(root, turn, writing) {
  let touch = null;
  root.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 && !writing(event.target) ? event.touches[0] : null;
  }, { passive: true });
  root.addEventListener("touchend", (event) => {
    if (!touch) return;
    const [across, down] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
    touch = null;
    if (Math.abs(across) > 70 && Math.abs(across) > 2.5 * Math.abs(down)) turn(across < 0 ? 1 : -1);
  }, { passive: true });
}
