/** The place of an object in a set, drawn without React; it can be taken hold of (sets/dragging.ts). */
export function gripElement(id: string, place: number): HTMLElement {
  const grip = document.createElement('span')
  grip.className = 'grip figure'
  grip.dataset['grip'] = id
  grip.textContent = String(place)
  return grip
}
