import type { Language, VoiceProblem } from '../core/types';

const LABELS = {
  en: { retry: 'Try again', dismiss: 'Dismiss' },
  zh: { retry: '重试', dismiss: '关闭' },
} as const;

const STYLE: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  insetInline: '0',
  bottom: '0',
  zIndex: '2147483647',
  padding: '1rem',
  background: '#7a1f1f',
  color: '#ffffff',
  font: '1rem/1.5 system-ui, sans-serif',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0.75rem',
  alignItems: 'center',
  justifyContent: 'center',
};

let shown: HTMLElement | null = null;

/** Takes the banner away, if there is one. */
export function hideBanner(): void {
  shown?.remove();
  shown = null;
}

/**
 * Tells the user at the foot of the page, in a way that screen readers speak at once.
 *
 * Styled through the object model, which a strict content security policy allows.
 *
 * A page has one: a newer one takes the place of an older one.
 */
export function showBanner(
  problem: VoiceProblem,
  language: Language,
  retry: () => void,
): void {
  hideBanner();
  const banner = document.createElement('div');
  banner.setAttribute('role', 'alert');
  banner.lang = language;
  banner.dataset.verdict = problem.verdict;
  Object.assign(banner.style, STYLE);
  const text = document.createElement('span');
  text.textContent = `${problem.title} ${problem.advice}`;
  banner.append(
    text,
    button(LABELS[language].retry, () => {
      hideBanner();
      retry();
    }),
    button(LABELS[language].dismiss, hideBanner),
  );
  document.body.append(banner);
  shown = banner;
}

function button(label: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.style.font = 'inherit';
  made.style.padding = '0.5rem 1rem';
  made.addEventListener('click', action);
  return made;
}
