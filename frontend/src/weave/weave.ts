// The aln weave: cloth grown from an id. Strips of blocks, mirrored about the middle, each block one of a few figures
// of our own: lozenge, zigzag, steps, rings, bars, checks. The same id always gives the same cloth.

export const colours = {
  ink: '#0B0A08',
  bone: '#FBF6EA',
  gold: '#F2B705',
  laterite: '#B5371C',
  forest: '#0F6B3C',
  indigo: '#1D2A6B',
  hibiscus: '#D81E5B',
} as const;

type Colour = keyof typeof colours;

/** A cloth of `width` × `height` threads: one path for each colour over a plain ground. */
export type Cloth = { width: number; height: number; ground: string; threads: { colour: string; path: string }[] };

const cloths: Colour[][] = [
  ['ink', 'gold', 'laterite', 'bone'],
  ['indigo', 'bone', 'gold', 'hibiscus'],
  ['forest', 'gold', 'bone', 'ink'],
  ['laterite', 'bone', 'ink', 'gold'],
  ['hibiscus', 'gold', 'ink', 'bone'],
  ['indigo', 'gold', 'forest', 'bone'],
  ['ink', 'bone', 'hibiscus', 'gold'],
  ['gold', 'ink', 'indigo', 'laterite'],
  ['forest', 'bone', 'hibiscus', 'gold'],
  ['bone', 'indigo', 'gold', 'laterite'],
];

// Odd sizes, so that every block has a middle thread; with one thread of ground between, they fill 49 × 29.
const columnPlans = [
  [9, 9, 9, 9, 9],
  [5, 9, 17, 9, 5],
  [13, 5, 9, 5, 13],
  [9, 5, 17, 5, 9],
  [9, 29, 9],
  [5, 5, 5, 13, 5, 5, 5],
];
const rowPlans = [[9, 9, 9], [5, 17, 5], [29], [5, 5, 5, 5, 5]];

/** Which of three threads lies on top at x, y of a block of w × h. */
type Figure = (x: number, y: number, w: number, h: number) => number;

const fromMiddle = (at: number, size: number) => Math.abs(at - (size - 1) / 2);
const wave = (at: number, period: number) => Math.abs((((at % (2 * period)) + 2 * period) % (2 * period)) - period);

const figures: Figure[] = [
  /* lozenge   */ (x, y, w, h) => Math.floor((fromMiddle(x, w) + fromMiddle(y, h)) / 2) % 3,
  /* zigzag    */ (x, y, w, h) => Math.floor(((wave(fromMiddle(x, w), 4) + y + (h % 6)) % 6) / 2),
  /* steps     */ (x, y, w, h) => {
    const stair = (at: number) => 2 * Math.floor(at / 2) + 1;
    const tall = stair((w - 1) / 2) + 1;
    return (h - 1 - y) % tall > stair((w - 1) / 2 - fromMiddle(x, w)) ? 0 : 1 + (y % 2);
  },
  /* rings     */ (x, y, w, h) => Math.floor(((Math.max(w, h) - 1) / 2 - Math.max(fromMiddle(x, w), fromMiddle(y, h))) / 2) % 3,
  /* hourglass */ (x, y, w, h) => (fromMiddle(x, w) * h > fromMiddle(y, h) * w ? 0 : 1 + (Math.floor(fromMiddle(y, h)) % 2)),
];
const fillers: Figure[] = [
  /* bars   */ (_x, y, _w, h) => [0, 1, 1, 2, 1, 1][Math.floor(fromMiddle(y, h)) % 6]!,
  /* stripes*/ (x, _y, w) => [2, 1, 0, 0, 1][Math.floor(fromMiddle(x, w)) % 5]!,
  /* checks */ (x, y) => ((x + y) % 2 === 0 ? 0 : 1),
  /* twill  */ (x, y, w) => (Math.floor((fromMiddle(x, w) + y) / 2) % 2 === 0 ? 0 : 1),
];

export function weave(id: string): Cloth {
  const random = randomFrom(id);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const cloth = pick(cloths);
  const columns = pick(columnPlans);
  const rows = pick(rowPlans);
  const middle = (columns.length - 1) / 2;
  const block = () => ({ figure: pick(figures), filler: pick(fillers), dye: shuffled(cloth, random) });
  const blocks = Array.from({ length: middle + 1 }, () => Array.from({ length: Math.ceil(rows.length / 2) }, block));

  const width = columns.reduce((sum, size) => sum + size + 1, -1);
  const height = rows.reduce((sum, size) => sum + size + 1, -1);
  const top = Array.from({ length: height }, () => new Array<Colour>(width).fill(cloth[0]!));
  let left = 0;
  columns.forEach((w, column) => {
    const strip = Math.min(column, columns.length - 1 - column);
    let upper = 0;
    rows.forEach((h, row) => {
      const { figure, filler, dye } = blocks[strip]![Math.min(row, rows.length - 1 - row)]!;
      const draw = (strip + row + middle) % 2 === 0 ? figure : filler;
      for (let y = 0; y < h; y++) {
        for (let x = 0; x < w; x++) top[upper + y]![left + x] = dye[draw(x, y, w, h)]!;
      }
      upper += h + 1;
    });
    left += w + 1;
  });
  return { width, height, ground: colours[cloth[0]!], threads: threads(top, cloth) };
}

/** One path for each colour but the ground's, of rectangles one thread high. */
function threads(top: Colour[][], cloth: Colour[]): Cloth['threads'] {
  const paths = new Map<Colour, string>(cloth.slice(1).map((colour) => [colour, '']));
  top.forEach((row, y) => {
    for (let x = 0; x < row.length; ) {
      const colour = row[x]!;
      let end = x + 1;
      while (row[end] === colour) end++;
      if (paths.has(colour)) paths.set(colour, `${paths.get(colour)}M${x} ${y}h${end - x}v1h${x - end}z`);
      x = end;
    }
  });
  return [...paths].filter(([, path]) => path).map(([colour, path]) => ({ colour: colours[colour], path }));
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** Numbers in [0, 1) that depend on the text alone: FNV-1a seeds mulberry32. */
function randomFrom(text: string): () => number {
  let seed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) seed = Math.imul(seed ^ text.charCodeAt(i), 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
