import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import type { PsObject } from './objects';

/** The types of values that parameters take, by the name that PowerShell prints. */
export type ParameterType =
  | 'String'
  | 'Boolean'
  | 'Int32'
  | 'DateTime'
  | 'SecureString'
  | 'ScriptBlock'
  | 'Object'
  | 'SwitchParameter';

/** One parameter, as the reference page of its cmdlet describes it. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly aliases?: readonly string[];
  /** whether it takes several values: `CertType[]` */
  readonly list?: boolean;
  readonly mandatory?: boolean;
  readonly position?: number;
  /** the parameter sets to which it belongs; default: all */
  readonly sets?: readonly string[];
  /** the only values that it takes: an enumeration or a set of numbers */
  readonly values?: readonly string[];
  /** false: the real cmdlet has it, and the simulation refuses it */
  readonly simulated?: false;
  /** whether it takes the objects that come through the pipeline */
  readonly pipeline?: boolean;
}

/** The bound parameters of one call. Each function throws an Error for a name that the cmdlet does not have. */
export interface Bound {
  readonly set: string;
  readonly has: (name: string) => boolean;
  /** '' if it is not given */
  readonly text: (name: string) => string;
  readonly texts: (name: string) => readonly string[];
  /** a switch or a boolean; false if it is not given */
  readonly flag: (name: string) => boolean;
  readonly objects: (name: string) => readonly PsObject[];
}

/** What a cmdlet works on. */
export interface CmdletCall {
  readonly deployment: Deployment;
  readonly logon: Logon;
  readonly bound: Bound;
}

/** The effect of a cmdlet: the deployment, the objects that it passes on, and the lines that it prints besides. */
export interface CmdletResult {
  readonly deployment: Deployment;
  readonly objects?: readonly PsObject[];
  readonly lines?: readonly string[];
}

/** A cmdlet as data. */
export interface Cmdlet {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** the reference page */
  readonly source: string;
  readonly parameters: readonly Parameter[];
  readonly defaultSet?: string;
  /** whether it has -WhatIf and -Confirm (SupportsShouldProcess) */
  readonly asks?: boolean;
  readonly run: (call: CmdletCall) => CmdletResult;
}

const ASKING: readonly Parameter[] = [
  { name: 'WhatIf', type: 'SwitchParameter', aliases: ['wi'] },
  { name: 'Confirm', type: 'SwitchParameter', aliases: ['cf'] },
];

/** The common parameters of Windows PowerShell 3.0 (about_CommonParameters). -Verbose prints nothing more here. */
const COMMON: readonly Parameter[] = [
  { name: 'Verbose', type: 'SwitchParameter', aliases: ['vb'] },
  { name: 'Debug', type: 'SwitchParameter', aliases: ['db'], simulated: false },
  { name: 'ErrorAction', type: 'String', aliases: ['ea'], simulated: false },
  { name: 'WarningAction', type: 'String', aliases: ['wa'], simulated: false },
  { name: 'ErrorVariable', type: 'String', aliases: ['ev'], simulated: false },
  { name: 'WarningVariable', type: 'String', aliases: ['wv'], simulated: false },
  { name: 'OutVariable', type: 'String', aliases: ['ov'], simulated: false },
  { name: 'OutBuffer', type: 'Int32', aliases: ['ob'], simulated: false },
];

/** All parameters of a cmdlet, with those that every cmdlet has. */
export function parametersOf({ parameters, asks }: Cmdlet): readonly Parameter[] {
  return [...parameters, ...(asks ? ASKING : []), ...COMMON];
}

const NAMESPACES: Readonly<Partial<Record<ParameterType, string>>> = {
  SecureString: 'System.Security',
  ScriptBlock: 'System.Management.Automation',
  SwitchParameter: 'System.Management.Automation',
};

/** The type as PowerShell prints it: `System.String[]`. */
export function typeName({ type, list }: Parameter): string {
  return `${NAMESPACES[type] ?? 'System'}.${type}${list ? '[]' : ''}`;
}
