import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { configurationJsonSchema } from '../../scripts/configuration-json-schema';
import { useConfiguration } from '../../src/cli/command-line/configured-values';
import { program } from '../../src/cli/command-line/program';
import { readConfiguration } from '../../src/configuration/configuration';
import { inTemporaryFolder } from '../support/rehearse';
import { ROOT } from '../support/root';

const read = (text: string) => readConfiguration(text, 'rehearse.config.yaml', ['en', 'zh-TW']);

/** What `rehearse run` gets with a command line in a folder with these files. */
function inFolder(folder: string, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return (words: readonly string[]) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      const run = program(() => undefined).commands.find((command) => command.name() === 'run');
      if (!run) throw new Error('there is no command run');
      run.args = run.parseOptions([...words]).operands;
      run.processedArgs = [run.args];
      useConfiguration(run);
      return { options: run.opts(), features: run.processedArgs[0] };
    } finally {
      process.chdir(before);
    }
  };
}

describe('The configuration file', () => {
  it('is read as YAML and as JSON', () => {
    const values = { features: ['features'], steps: ['steps'], language: ['zh-TW'], out: 'results' };
    expect(read(JSON.stringify(values))).to.deep.equal(values);
    expect(read('features: [features]\nsteps: [steps]\nlanguage: [zh-TW]\nout: results\n')).to.deep.equal(values);
  });

  it('has errors for unknown keys with the nearest one, for wrong values and languages, all at once', () => {
    const text = 'feature: [a]\nsteps: steps\nlanguage: [de]\n';
    expect(() => read(text)).to.throw(
      /^rehearse\.config\.yaml:1:1 feature: found "feature", accepted: .*\(did you mean features\?\)\n.*:2:8 steps: found "steps", accepted: a list.*\n.*:3:12 language\[0\]: found "de", accepted: en, zh-TW$/,
    );
  });

  it('has a JSON Schema for editors', () => {
    const shipped = readFileSync(join(ROOT, 'environments', 'rehearse.config.schema.json'), 'utf8');
    expect(JSON.parse(shipped)).to.deep.equal(JSON.parse(configurationJsonSchema()));
  });

  it('gives a command what its command line does not', () => {
    inTemporaryFolder((folder) => {
      const given = inFolder(folder, {
        'rehearse.config.json': '{ "out": "here", "steps": ["own"], "features": ["f"] }',
      });
      const { options, features } = given(['--steps', 'mine']);
      expect(options).to.deep.include({ out: 'here', steps: ['mine'] });
      expect(features).to.deep.equal(['f']);
      expect(given(['g.feature', '--out', 'there'])).to.deep.include({ features: ['g.feature'] });
      expect(given(['--out', 'there']).options).to.deep.include({ out: 'there' });
    });
  });

  it('is the only one of its folder', () => {
    inTemporaryFolder((folder) => {
      const given = inFolder(folder, { 'rehearse.config.json': '{}', 'rehearse.config.yml': '{}' });
      expect(() => given([])).to.throw('rehearse.config.json and rehearse.config.yml are both configuration files');
    });
  });
});
