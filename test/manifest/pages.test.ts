import { JSDOM } from 'jsdom';
import { functionsById } from '../../src/functions/associate';
import { fill, showState } from '../../src/taskpane/states';
import { functionsIn, read } from './project';

const documentOf = (...path: string[]) => new JSDOM(read('src', ...path)).window.document;

/** What a page consists of, without its words: tags and the attributes that scripts and styles rely on. */
function skeleton(page: Document): string[] {
  return [...page.querySelectorAll('*')]
    .filter(({ tagName }) => !['P', 'B', 'CODE', 'SPAN', 'TBODY'].includes(tagName))
    .map((element) =>
      ['data-state', 'data-fill', 'data-action', 'role', 'src', 'rel', 'id'].reduce(
        (text, name) => (element.hasAttribute(name) ? `${text} ${name}=${element.getAttribute(name)}` : text),
        element.tagName,
      ),
    );
}

describe.each([
  ['taskpane', 'taskpane'],
  ['pages', 'help'],
  ['pages', 'support'],
  ['pages', 'privacy'],
])('%s/%s', (folder, name) => {
  const english = documentOf(folder, `${name}.html`);
  const korean = documentOf(folder, `${name}.ko.html`);

  it('has the same parts in both languages', () => {
    expect(skeleton(korean)).toEqual(skeleton(english));
    expect([english.documentElement.lang, korean.documentElement.lang]).toEqual(['en', 'ko']);
  });

  it('says everything in its language', () => {
    const lines = [...korean.querySelectorAll('p, li, h1, h2, dt, dd, button, summary, title')]
      .map((element) => (element.textContent ?? '').replace(/\{\{[^}]*\}\}/g, '').trim())
      .filter((line) => /[A-Za-z]{2}/.test(line));
    // What has no Korean in it is a name, a formula or an error value.
    expect(
      lines.filter((line) => !/[가-힣]/.test(line) && !/^(Looplens|=DEAL\.|#[A-Z]+[?!])/.test(line)),
    ).toEqual([]);
  });
});

describe('states of the pane', () => {
  const page = documentOf('taskpane', 'taskpane.html');
  const visible = () =>
    [...page.querySelectorAll<HTMLElement>('[data-state]')]
      .filter(({ hidden }) => !hidden)
      .map(({ dataset }) => dataset['state']);

  it('begins with the skeleton, before any script', () => {
    expect(visible()).toEqual(['loading']);
  });

  it.each(['ready', 'no-office', 'no-excel', 'failed', 'loading'] as const)('shows "%s" alone', (state) => {
    showState(page, state);
    expect(visible()).toEqual([state]);
  });

  it('fills in a stranger’s text as text', () => {
    fill(page, 'reason', '<img src=x onerror=alert(1)>');
    const place = page.querySelector('[data-fill="reason"]');
    expect(place?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(place?.children).toHaveLength(0);
  });

  it('counts functions that are described, and describes functions that are there', () => {
    const ids = Object.keys(functionsById).sort();
    for (const file of ['functions.json', 'functions-ko.json']) {
      expect(
        functionsIn(file)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(ids);
    }
  });
});

describe('the example of the help page', () => {
  it.each(['help.html', 'help.ko.html'])('%s computes what it says', async (name) => {
    const page = documentOf('pages', name);
    const deals = [...page.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({ textContent }) => {
        const text = textContent?.trim() ?? '';
        return /^\d+$/.test(text) ? Number(text) : text;
      }),
    );
    const [[circularity]] = await functionsById['CIRCULARITY'](deals);
    const total = deals.slice(1).reduce((sum, deal) => sum + Number(deal[2]), 0);
    const sentence = page.querySelector('.wide + p')?.textContent ?? '';
    expect(sentence).toContain(String(total));
    expect(sentence).toContain(String(Math.round(Number(circularity) * total)));
    expect(sentence).toContain(`${(Number(circularity) * 100).toFixed(1)}`);
  });
});
