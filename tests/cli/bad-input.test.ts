import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

/** Invalid input: exit code 2, the error and its position on stderr, no output files, no stack trace. */

const FEATURE = (step: string): string => `Feature: Mistaken\n  Prose.\n\n  Example: One\n    Given ${step}\n`;

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly says: readonly RegExp[];
}

const CASES: readonly Case[] = [
  {
    title: 'an unknown step',
    files: { 'a.feature': FEATURE('the moon is full') },
    args: ['run', 'a.feature'],
    says: [/a\.feature:5: "the moon is full": this step is not known/],
  },
  {
    title: 'a missing table column',
    files: {
      'a.feature': `${FEATURE('a deployment of these pools:')}      | site | servers |\n      | A    | 1       |\n`,
    },
    args: ['run', 'a.feature'],
    says: [
      /a\.feature:5: .*the column "load balancer" is missing; this step takes a table with the columns "site", "load balancer", "servers"/,
    ],
  },
  {
    title: 'an unknown table column',
    files: {
      'a.feature': `${FEATURE('a deployment of these pools:')}      | site | load balancer | servers | colour |\n      | A    | none          | 1       | red    |\n`,
    },
    args: ['run', 'a.feature'],
    says: [/the column "colour" is unknown/],
  },
  {
    title: 'an unknown server name',
    files: { 'a.feature': FEATURE('EDGE07 trusts the issuing authority') },
    args: ['run', 'a.feature'],
    says: [/a\.feature:5: .*there is no server EDGE07; have .*edge01\.contoso\.com, edge02\.contoso\.com/],
  },
  {
    title: 'an unknown value in braces',
    files: { 'a.feature': FEATURE('the operator imports the file "{no such file}"') },
    args: ['run', 'a.feature'],
    says: [/there is no value \{no such file\}; have chain file, request file/],
  },
  {
    title: 'a feature that cannot be parsed',
    files: { 'a.feature': 'Feature: Broken\n  Example: One\n    Given x\n    nonsense here\n' },
    args: ['run', 'a.feature'],
    says: [/a\.feature:4: .*expected/],
  },
  {
    title: 'a feature that is not there',
    files: {},
    args: ['run', 'b.feature'],
    says: [/there is no feature file or folder b\.feature/],
  },
  {
    title: 'an environment that is not there',
    files: {},
    args: ['run', '--environment', 'mine.yaml'],
    says: [/there is no environment file mine\.yaml; make one with: rehearse init/],
  },
  {
    title: 'a broken environment: every mistake at once',
    files: { 'mine.yaml': 'name: X\npki:\n  kind: entreprise\n' },
    args: ['run', '--environment', 'mine.yaml'],
    says: [/mine\.yaml:3:9 pki\.kind: found "?entreprise"?.*enterprise, standalone, public/, /mine\.yaml:.*domain/],
  },
  {
    title: 'an unknown option',
    files: {},
    args: ['run', '--fast'],
    says: [/unknown option '--fast'/],
  },
  {
    title: 'a number that is none',
    files: {},
    args: ['run', '--parallel', 'many'],
    says: [/give a whole number from 0 to 99/],
  },
  {
    title: 'tags that match nothing',
    files: {},
    args: ['run', '--tags', '@nothing'],
    says: [/no scenario was found in the features of the package with the tags @nothing/],
  },
  {
    title: 'an environment file that is there already',
    files: { 'rehearsal.yaml': 'name: mine\n' },
    args: ['init'],
    says: [/rehearsal\.yaml is there already/],
  },
];

for (const { title, files, args, says } of CASES) {
  test(`exit 2 and nothing written: ${title}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      const { status, stderr } = await rehearseHere(args, folder);
      expect(status, stderr).to.equal(2);
      for (const pattern of says) expect(stderr).to.match(pattern);
      expect(stderr).not.to.match(/^\s+at /m);
      expect(readdirSync(folder)).to.have.members(Object.keys(files));
    });
  });
}
