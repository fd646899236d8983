const NS = 'http://www.w3.org/2000/svg';

/** Drawn examples for empty places: what will stand there, in outline. */
const DRAWINGS = {
  task: '<rect x="6" y="4" width="108" height="62" rx="10"/><path d="M18 18h54M18 29h84M18 40h66"/><rect x="18" y="50" width="84" height="9" rx="4.5" fill="currentColor" stroke="none"/>',
  card: '<rect x="6" y="4" width="108" height="62" rx="10"/><path d="M18 17h36M18 29h84M18 40h40M70 40h32"/><rect x="18" y="49" width="38" height="10" rx="5"/><rect x="64" y="49" width="38" height="10" rx="5"/>',
  chat: '<path d="M14 12h54a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6H26l-8 6v-6h-4a6 6 0 0 1-6-6V18a6 6 0 0 1 6-6z"/><path d="M106 36H60a6 6 0 0 0-6 6v8a6 6 0 0 0 6 6h36l8 6v-6h2a6 6 0 0 0 6-6v-8a6 6 0 0 0-6-6z"/>',
  people: '<circle cx="24" cy="20" r="9"/><path d="M46 16h52M46 25h34"/><circle cx="24" cy="50" r="9"/><path d="M46 46h52M46 55h34"/>',
  wire: '<path d="M8 20h80l-9-8M88 20l-9 8M112 50H32l9-8M32 50l9 8"/>',
} as const;

/** One of the drawings, hidden from those who have the page read to them: the words beside it say the same. */
export function picture(name: keyof typeof DRAWINGS): SVGElement {
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '0 0 120 70');
  for (const [attribute, value] of Object.entries({
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(attribute, value);
  }
  // Our own constant markup, nothing from outside.
  svg.innerHTML = DRAWINGS[name];
  return svg;
}
