import { describe, it } from 'node:test';
import { expect } from 'chai';
import { fullRun } from '../runbook/whole-run/full-run';
import { pageSentences } from '../support/prose/page-sentences';
import { report } from '../support/report';
import { mixedOn, mixedSentences } from './mixed-sentences';

describe('The pages in Chinese', () => {
  const run = fullRun();

  it('have no sentence that is half English or lacks its object', () => {
    report('sentences', mixedOn(run, 'contoso.yaml'));
  });

  it('do not name a role of a person in a title', () => {
    const titles = [...run.files]
      .filter(([path]) => path.startsWith('zh-TW/'))
      .flatMap(([at, html]) =>
        pageSentences(html, '.muted')
          .filter(({ element }) => /^(H\d|TITLE)$/.test(element.tagName))
          .map(({ text }) => ({ at, what: text })),
      );
    expect(titles.length).to.be.greaterThan(900);
    report(
      'titles',
      titles.filter(({ what }) => what.includes('操作人員')),
    );
  });
});

describe('Mixed sentences are found', () => {
  const found = (text: string) => mixedSentences(`<p>${text}</p>`, new Set(['Web Server', 'another container']));

  it('where a word of English or an incomplete list is in a Chinese sentence', () => {
    for (const [text, word] of [
      ['無法轉換成類型：use one of 1024', 'use'],
      ['憑證的 key 不可匯出', 'key'],
      ['資料庫中有 無', '有 無'],
      ['資料庫中有無', '有無'],
      ['請使用下列其中之一：沒有，清單是空的', '：沒有'],
      ['A/V Edge External：無', '：無'],
      ['請選取：。', '：。'],
    ] as const)
      expect(
        found(text).map((one) => one.found),
        text,
      ).to.deep.equal([word]);
  });

  it('and names, codes, commands, data and labels are not', () => {
    for (const text of [
      '按「Next」，然後按 Run again（再執行一次）',
      '使用 certutil -repairstore My 並指定序號',
      '在 <code>reg add</code> 之後重新啟動 certsvc',
      '從 fe01.contoso.com 複製 C:\\chain.p7b，代碼 not-yet-valid',
      '範本 Web Server 的金鑰容器 another container 已不存在',
      '部署：沒有問題',
      '「Edge」頁面：無法連線',
    ])
      expect(found(text), text).to.deep.equal([]);
  });
});
