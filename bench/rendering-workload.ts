import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Scenarios for the comparison of renderers: ten for each feature, every other feature in Chinese, and every tenth
 * scenario fails.
 */

const CUCUMBER = join(__dirname, '..', 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
const IN_A_FEATURE = 10;

/** The output of cucumber-js in a folder: the same run as messages and as JSON. */
export interface Recorded {
  readonly messages: string;
  readonly json: string;
}

/**
 * Writes `scenarios` scenarios into a folder and runs them. Throws an error with the output of cucumber-js if it fails.
 */
export function record(scenarios: number, folder: string): Recorded {
  mkdirSync(join(folder, 'features'), { recursive: true });
  for (let feature = 0; feature < scenarios / IN_A_FEATURE; feature += 1) {
    const { title, scenario } = feature % 2 === 0 ? ENGLISH : CHINESE;
    const examples = Array.from({ length: IN_A_FEATURE }, (_, place) => scenario(feature * IN_A_FEATURE + place));
    writeFileSync(join(folder, 'features', `pool-${feature}.feature`), [title(feature), ...examples].join('\n\n'));
  }
  const format = ['message:messages.ndjson', 'json:json/cucumber.json'];
  const configuration = { require: [join(__dirname, 'rendering-steps.cjs')], paths: ['features'], format };
  writeFileSync(join(folder, 'cucumber.json'), JSON.stringify({ default: configuration }));
  const { stderr } = spawnSync(process.execPath, [CUCUMBER], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  if (stderr.length > 0) throw new Error(`cucumber-js could not run the workload: ${stderr.toString()}`);
  return { messages: join(folder, 'messages.ndjson'), json: join(folder, 'json', 'cucumber.json') };
}

interface Sentences {
  readonly title: (feature: number) => string;
  readonly scenario: (scenario: number) => string;
}

const ENGLISH: Sentences = {
  title: (feature) => `Feature: The certificates of pool ${feature} are renewed
  What is renewed in time is not missed by anybody.`,
  scenario: (scenario) => `  @certificate
  Scenario: Certificate ${scenario} is renewed and assigned
    Given the pool "edgepool${scenario}.contoso.com" has 4 servers
    And its certificate ${scenario} expires in 12 days
    When the request for certificate ${scenario} is made
    And request ${scenario} is submitted to "DC01.contoso.com\\Contoso Issuing CA"
    And certificate ${scenario} is issued
    And certificate ${scenario} is imported on "EDGE02"
    Then certificate ${scenario} is assigned
    And every server has it within 7 minutes`,
};

const CHINESE: Sentences = {
  title: (feature) => `# language: zh-TW
功能: 更新集區 ${feature} 的憑證
  及時更新的憑證，沒有人會惦記。`,
  scenario: (scenario) => `  @certificate
  場景: 憑證 ${scenario} 已更新並指派
    假如集區 "edgepool${scenario}.contoso.com" 有 4 部伺服器
    並且其憑證 ${scenario} 將在 12 天後到期
    當建立憑證 ${scenario} 的要求
    並且將要求 ${scenario} 提交給 "DC01.contoso.com\\Contoso Issuing CA"
    並且憑證 ${scenario} 已核發
    並且憑證 ${scenario} 已匯入 "EDGE02"
    那麼憑證 ${scenario} 已指派
    並且每部伺服器在 7 分鐘內取得憑證`,
};
