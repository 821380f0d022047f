// Numbers as people read them.

/** Seconds as 0:07, 12:03 or 1:02:03. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Bytes in the unit that leaves at most three digits before the point; units of 1000, as in the SI. */
export function bytes(count: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  let power = 0;
  let value = Math.max(0, count);
  while (value >= 999.5 && power < units.length - 1) {
    value /= 1000;
    power++;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power]!,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 0 && value < 100 ? 1 : 0,
  }).format(value);
}

/** A share of one as a whole percentage; only what is finished says 100. */
export function percent(share: number, language: string): string {
  const whole = share >= 1 ? 100 : Math.min(99, Math.floor(Math.max(0, share) * 100));
  return new Intl.NumberFormat(language, { style: 'percent' }).format(whole / 100);
}

export function day(iso: string, language: string): string {
  return time(iso, language, { dateStyle: 'medium' });
}

export function moment(iso: string, language: string): string {
  return time(iso, language, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** Nothing where there is no time to show: a date is never worth a page that breaks. */
function time(iso: string, language: string, style: Intl.DateTimeFormatOptions): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : new Intl.DateTimeFormat(language, style).format(at);
}
