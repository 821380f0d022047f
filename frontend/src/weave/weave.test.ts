import { describe, expect, it } from 'vitest';
import { colours, weave } from './weave';

const ids = Array.from({ length: 200 }, (_, n) => `0190163d-8694-739b-aea5-${String(n).padStart(12, '0')}`);

describe('weave', () => {
  it('gives the same cloth for the same id', () => {
    for (const id of ids.slice(0, 20)) expect(weave(id)).toEqual(weave(id));
  });

  it('gives different works different cloths, even when their ids differ by one', () => {
    const drawn = new Set(ids.map((id) => JSON.stringify(weave(id))));
    expect(drawn.size).toBeGreaterThan(195);
  });

  it('keeps its cloth from one version of aln to the next', () => {
    const { width, height, ground, threads } = weave('aln');
    expect([width, height, ground, threads.map(({ path }) => path.length)]).toMatchSnapshot();
  });

  it('uses the colours of aln, two at least, and fills 49 by 29', () => {
    for (const id of ids) {
      const cloth = weave(id);
      expect([cloth.width, cloth.height]).toEqual([49, 29]);
      expect(cloth.threads.length).toBeGreaterThanOrEqual(1);
      for (const { colour } of cloth.threads) expect(Object.values(colours)).toContain(colour);
    }
  });

  it('is mirrored about its middle', () => {
    for (const id of ids) {
      const { width, threads } = weave(id);
      for (const { path } of threads) {
        const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
        const spans = new Set(runs.map(([x, y, w]) => `${x} ${y} ${w}`));
        expect(runs.every(([x, y, w]) => spans.has(`${width - x! - w!} ${y} ${w}`))).toBe(true);
      }
    }
  });
});
