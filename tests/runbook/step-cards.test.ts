import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import type { StepAction } from '../../src/evidence/action-records';
import { catalogue } from '../../src/package/catalogue';
import { titleOf } from '../../src/runbook/views/step/step-title';
import { translatedWords } from '../../src/runbook/words/translated-words';
import { english } from '../../src/runbook/words/words';
import { fullRun } from './whole-run/full-run';

const chinese = translatedWords(catalogue('zh-TW'), 'zh-TW');
const [machine, account] = ['edge01', 'Administrator'];
const [window, page] = ['Wizard', 'Select Computer'];
const place = { machine, account, window, page };
const gesture = (
  made: 'press' | 'choose' | 'tick' | 'untick' | 'type' | 'select' | 'paste',
  control: string,
  value = '',
) => ({ ...place, gesture: made, control, value }) as const;

const TITLES: readonly (readonly [actions: readonly StepAction[], english: string, chinese: string])[] = [
  [[{ machine, logOn: account }], 'Log on to edge01 as Administrator', '以 Administrator 登入 edge01'],
  [[{ machine, account, open: 'MMC' }], 'Start MMC', '啟動「MMC」'],
  [[{ machine, account, open: 'https://ca01/' }], 'Open https://ca01/ in the browser', '在瀏覽器開啟 https://ca01/'],
  [
    [gesture('choose', 'Computer account'), gesture('press', 'Next')],
    'In Select Computer, choose Computer account, then press Next',
    '在「Select Computer（選取電腦）」頁面：選擇「Computer account（電腦帳戶）」，然後按「Next（下一步）」',
  ],
  [
    [gesture('tick', 'Password'), gesture('untick', 'Password')],
    'In Select Computer, select Password, then clear Password',
    '在「Select Computer（選取電腦）」頁面：勾選「Password（密碼）」，然後取消勾選「Password（密碼）」',
  ],
  [
    [gesture('type', 'Password', '••••••••'), gesture('type', 'Friendly name')],
    'In Select Computer, type the password in Password, then leave Friendly name empty',
    '在「Select Computer（選取電腦）」頁面：在「Password（密碼）」輸入密碼，然後將「Friendly name（易記名稱）」留空',
  ],
  [
    [gesture('select', 'Bit length', '2048'), gesture('paste', 'Request', 'C:\\a.req')],
    'In Select Computer, select 2048 in Bit length, then paste the content of C:\\a.req into Request',
    '在「Select Computer（選取電腦）」頁面：在「Bit length（位元長度）」選取「2048」，然後將 C:\\a.req 的內容貼到「Request（要求）」',
  ],
  [
    [gesture('press', 'Next'), { ...gesture('press', 'OK'), page: 'File to Import' }],
    'Go through Select Computer and File to Import',
    '依序完成「Select Computer（選取電腦）、File to Import（要匯入的檔案）」',
  ],
  [
    ['b', 'c'].map((to) => ({ carry: 'C:\\a.p7b', from: 'a', to })),
    'Carry C:\\a.p7b from a to b and c',
    '將 C:\\a.p7b 從 a 複製到 b、c',
  ],
  [
    [{ machine, account, shell: 'Command Prompt', command: 'certreq -submit "x"' }],
    'In Command Prompt, run certreq',
    '在「Command Prompt」執行 certreq',
  ],
  [
    [{ machine, logOn: account }, gesture('press', 'Next')],
    'Repeat the steps above on edge01',
    '在 edge01 上重複以上步驟',
  ],
  [
    [{ issue: 5, authority: 'CA' }],
    'Have a certificate manager of CA issue the waiting request',
    '請 CA 的憑證管理員發行等待中的要求',
  ],
];

describe('The title of a step', () => {
  for (const [actions, said, saidInChinese] of TITLES) {
    it(`is in both languages: ${said}`, () => {
      expect([english, chinese].map((words) => titleOf(actions, words)?.text)).to.deep.equal([said, saidInChinese]);
    });
  }

  it('belongs to no action without one', () => {
    expect(titleOf([], english)).to.equal(undefined);
  });
});

describe('The cards of the steps of all procedure runs', () => {
  const { files } = fullRun();
  const cardsIn = (folder: string) =>
    [...files].flatMap(([name, html]) =>
      name.startsWith(`${folder}procedure-`) ? parse(html).querySelectorAll('.steps > .step') : [],
    );
  const [cards, inChinese] = [cardsIn(''), cardsIn('zh-TW/')];
  const VERBS = /^(In|Log on to|Start|Open|Carry|Go through|Repeat|Check:|Have|Where) /;

  it('have imperative titles that do not speak of the operator, in both languages', () => {
    expect(cards.length).to.be.above(80);
    const titles = cards.map(titleIn);
    expect(titles.filter((title) => !VERBS.test(title) || /operator/i.test(title))).to.deep.equal([]);
    expect(inChinese).to.have.lengthOf(cards.length);
    const wrong = inChinese.map(titleIn).filter((title) => !/\p{Script=Han}/u.test(title) || /操作人員/.test(title));
    expect(wrong).to.deep.equal([]);
  });

  it('carry each action once, in order, the same in both languages', () => {
    const [actions, same] = [cards, inChinese].map((all) => all.map(actionsIn));
    expect(actions).to.deep.equal(same);
    expect(actions?.flat().length).to.be.above(200);
    const repeated = actions?.flatMap((own) => own.filter((one, index) => own[index - 1] === one)) ?? [];
    expect(repeated).to.deep.equal([]);
  });

  it('say an action only once', () => {
    const twice = cards.flatMap((card) => {
      const text = compressed(withoutFolded(card));
      const said = card.querySelectorAll('[data-action]').map((one) => compressed(one.text));
      return [...new Set(said)].filter((one) => {
        const times = said.filter((other) => other === one).length;
        return one.length > 12 && text.split(one).length - 1 > times;
      });
    });
    expect(twice).to.deep.equal([]);
  });

  it('have badges from 1 without a gap, as many as gestures', () => {
    const numbered = cards.filter((card) => badgesIn(card).length > 0);
    expect(numbered.length).to.be.above(30);
    for (const card of numbered) {
      const gestures = actionsIn(card).filter((action) => action.includes('"gesture"'));
      expect(badgesIn(card), titleIn(card)).to.deep.equal(gestures.map((_, index) => index + 1));
    }
  });

  it('warn of a choice before the title, and mark it in the picture', () => {
    const warned = cards.filter((card) => card.querySelector(':scope > .warning, .warning'));
    const deletion = warned.find((card) => card.text.includes('Careful with Delete the private key'));
    expect(deletion?.firstElementChild?.classList.contains('warning')).to.equal(true);
    expect(deletion?.querySelectorAll('.warned .control-label').map(({ text }) => text)).to.deep.equal([
      'Delete the private key if the export is successful',
    ]);
    for (const card of warned) expect(card.querySelectorAll('.warned').length, titleIn(card)).to.be.above(0);
  });

  it('show the state only in the evidence where it is "verified"', () => {
    const outside = cards.flatMap((card) => card.querySelectorAll('.tags .mark-verified, .do .mark'));
    expect(outside).to.deep.equal([]);
    expect(cards.every((card) => card.querySelectorAll('.proof').length === 1)).to.equal(true);
  });

  it('draw a console with menu bar, indented tree and list, and no empty boxes', () => {
    const consoles = cards.flatMap((card) => card.querySelectorAll('.shots > .console'));
    expect(consoles.length).to.be.above(8);
    for (const one of consoles) {
      expect(one.querySelectorAll('.buttons, .controls').map(({ classNames }) => classNames)).to.deep.equal([
        'buttons',
        'controls',
      ]);
      expect(one.querySelectorAll('.buttons .unavailable:not(.used)')).to.deep.equal([]);
    }
    const [first, second] = consoles.find((one) => one.querySelector('.depth-1'))?.querySelectorAll('.item') ?? [];
    expect([first?.classNames, second?.classNames]).to.satisfy(([one, other]: string[]) => {
      return one?.includes('depth-0') && other?.includes('depth-1');
    });
  });

  it('are on pages of at most 60 KB when compressed', () => {
    const sizes = [...files].filter(([name]) => name.includes('procedure-')).map(([, html]) => gzipSync(html).length);
    expect(Math.max(...sizes)).to.be.below(61_440);
  });
});

function titleIn(card: HTMLElement): string {
  return card.querySelector('.step-title .step-text')?.text ?? '';
}

function actionsIn(card: HTMLElement): readonly string[] {
  return card.querySelectorAll('[data-action]').map((one) => one.getAttribute('data-action') ?? '');
}

function badgesIn(card: HTMLElement): readonly number[] {
  const uses = card.querySelectorAll('.window .use').filter((use) => !use.closest('.proof, .failures'));
  return uses
    .map(({ text }) => Number.parseInt(text, 10))
    .filter((order) => order > 0)
    .sort((a, b) => a - b);
}

/** What a reader sees of a card besides its pictures, as long as nothing is unfolded. */
function withoutFolded(card: HTMLElement): string {
  const shown = parse(card.outerHTML);
  for (const part of shown.querySelectorAll('details, .shots, .lines')) part.remove();
  return shown.text;
}

function compressed(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Also the elements in preformatted text. */
const READING = { blockTextElements: { script: true, style: true } };

describe('The cards of a plan', () => {
  const plans = [...fullRun().files].filter(([name]) => /^(?:zh-TW\/)?plan-/.test(name));

  it('explain each failure of their steps once, by what is seen, with a link to its scenario', () => {
    expect(plans).to.have.lengthOf.above(1);
    for (const [name, html] of plans) {
      const page = parse(html);
      const folded = page.querySelectorAll('.step > .failures > details.trouble');
      expect(folded.length, name).to.be.above(5);
      const links = folded.map((one) => one.querySelector(':scope > p:last-child a')?.getAttribute('href'));
      expect(links.every((href) => href?.includes('#example-'))).to.equal(true);
      const always = folded.filter((one) => !one.closest('.stage')?.querySelector('.choice + .choice'));
      const shown = always.map((one) => one.querySelector(':scope > p:last-child a')?.getAttribute('href'));
      expect(new Set(shown).size).to.equal(shown.length);
      expect(folded.filter((one) => one.querySelector('.seen') && !one.querySelector('dd'))).to.deep.equal([]);
      for (const later of page.querySelectorAll('.step > .failures > p.trouble a'))
        expect(page.querySelector(`details${later.getAttribute('href')}`), name).not.to.equal(null);
      const references = page.querySelectorAll('.step p.trouble a, .step p.answer a');
      const hidden = references.filter((link) => page.querySelector(`.choice + .choice ${link.getAttribute('href')}`));
      expect(
        hidden.map(({ outerHTML }) => outerHTML),
        name,
      ).to.deep.equal([]);
    }
  });

  it('say how each check is made: the place in the title, or a command with the expected output', () => {
    let commands = 0;
    for (const [name, html] of [...fullRun().files].filter(([file]) => /^(?:plan|procedure)-/.test(file)))
      for (const card of parse(html, READING).querySelectorAll('.steps > .step')) {
        const title = titleIn(card);
        if (!title.startsWith('Check:') || /Deployment Wizard|the judge/.test(title)) continue;
        expect(actionsIn(card), title).to.deep.equal([]);
        const asked = card.querySelectorAll('.do > pre.copyable').length;
        expect(asked, `${name}: ${title}`).to.be.above(0);
        expect(card.querySelectorAll('.do > .answer :is(samp, a)'), `${name}: ${title}`).to.have.lengthOf(asked);
        commands += asked;
      }
    expect(commands).to.be.above(30);
  });

  it('say which page opens, and are on pages of at most 60 KB when compressed', () => {
    for (const [name, html] of plans) {
      // the further plan of a single server has fewer windows
      const least = name.includes('plan-external-') ? 10 : 20;
      expect(parse(html).querySelectorAll('.step .expected').length, name).to.be.above(least);
      expect(gzipSync(html).length, name).to.be.below(61_440);
    }
  });
});

describe('The contents of the page of a procedure', () => {
  it('have the numbers that the cards of the steps have', () => {
    let looked = 0;
    for (const [name, html] of fullRun().files) {
      const page = parse(html);
      for (const card of page.querySelectorAll('.procedure .step')) {
        const link = page.querySelector(`.contents a[href="#${card.id}"]`);
        if (!link) continue;
        const number = card.querySelector('.step-number')?.lastChild?.text.trim() ?? '';
        expect(link.text.split(' ')[0], `${name} ${card.id}`).to.equal(number);
        looked += 1;
      }
    }
    expect(looked).to.be.above(100);
  });
});
