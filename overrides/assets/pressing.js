/**
 * A field is left when the pointer goes down on another control. A message that came or went now
 * would move that control from under the pointer, and the press would be lost.
 * @param {() => void} released  called when a press has ended and has done what it does
 * @returns {() => boolean} whether something is being pressed
 */
export function pressing(released) {
  let pressed = false;
  document.addEventListener('pointerdown', () => { pressed = true; }, { capture: true });
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      pressed = false;
      setTimeout(released);
    }, { capture: true });
  }
  return () => pressed;
}
