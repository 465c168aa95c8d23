/**
 * A virtualized list of 100,000 rows and nothing else: what a table costs at the least on this machine.
 * `bare` offers the three acts that Keydesk's table is measured by; each resolves once it is painted.
 */
const COUNT = 100_000;
const HEIGHT = 40;
const SPARE = 5;

const names = Array.from({ length: COUNT }, (_, index) => `key-${(index * 7919) % COUNT}`);
const CELLS = ['Standard', 'Admin', '2026-01-01', '2027-01-01', 'any host'];

const scroller = /** @type {HTMLElement} */ (document.getElementById('scroller'));
const content = /** @type {HTMLElement} */ (document.getElementById('content'));
const collator = new Intl.Collator();
let shown = [...names];

/** @param {string} name @param {number} place */
function drawRow(name, place) {
  const row = document.createElement('div');
  row.className = 'row';
  row.style.transform = `translateY(${place * HEIGHT}px)`;
  row.append(
    ...[name, ...CELLS].map((text) => Object.assign(document.createElement('span'), { textContent: text })),
  );
  return row;
}

function draw() {
  const first = Math.max(0, Math.floor(scroller.scrollTop / HEIGHT) - SPARE);
  const last = first + Math.ceil(scroller.clientHeight / HEIGHT) + 2 * SPARE;
  content.style.height = `${shown.length * HEIGHT}px`;
  content.replaceChildren(...shown.slice(first, last).map((name, index) => drawRow(name, first + index)));
}

/** Resolves after the frame that shows what was drawn. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

const bare = {
  /** @param {string} text */
  filter(text) {
    shown = names.filter((name) => name.includes(text));
    draw();
    return painted();
  },

  sort() {
    shown = names.toSorted((a, b) => collator.compare(a, b));
    draw();
    return painted();
  },

  /** @param {number} top in pixels */
  scrollTo(top) {
    scroller.scrollTop = top;
    return painted();
  },
};

scroller.addEventListener('scroll', draw);
Object.assign(globalThis, { bare });
draw();
