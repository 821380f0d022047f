// Light or dark: what the visitor chose, else what the system says.
const remembered = 'aln.theme';
const system = () => window.matchMedia('(prefers-color-scheme: dark)');

export type Theme = 'light' | 'dark';

export function theme(): Theme {
  const chosen = localStorage.getItem(remembered);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system().matches ? 'dark' : 'light';
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = theme();
}

export function chooseTheme(next: Theme): void {
  localStorage.setItem(remembered, next);
  applyTheme();
}

/** Follows the system while the visitor has not chosen. */
export function followSystem(): void {
  applyTheme();
  system().addEventListener('change', applyTheme);
}
