/** How fast something goes, from what was seen in the last few seconds. */
export class Speed {
  private readonly window = 4000;
  private samples: { at: number; sent: number }[] = [];

  /** @param at milliseconds  @param sent bytes since the beginning */
  add(at: number, sent: number): void {
    this.samples.push({ at, sent });
    while (this.samples.length > 2 && this.samples[1]!.at <= at - this.window) this.samples.shift();
  }

  /** Bytes a second, or 0 while there is too little to tell. */
  get now(): number {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (!first || !last || last.at - first.at < 250) return 0;
    return ((last.sent - first.sent) * 1000) / (last.at - first.at);
  }
}
