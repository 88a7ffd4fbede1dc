import type { CertificationAuthority } from '../adcs/authority';
import { approve, deny } from '../adcs/certificate-manager';
import { respond } from '../adcs/certsrv/site';
import type { WebRequest, WebResponse } from '../adcs/certsrv/web';
import type { Requester } from '../adcs/template';
import type { AnswerFault, FaultPlan } from './fault-plan';
import type { Changed, IssuingSite } from './issuing-site';
import { requestIdIn } from './request-id';

/** An answer of the site, and the fault that it has. */
export interface FaultyAnswer {
  readonly response: WebResponse;
  readonly fault: AnswerFault | null;
}

export type FaultySite = (request: WebRequest, asked: string | undefined) => Promise<FaultyAnswer>;

/** The site with the faults of the plan. Faults of transport (`slow`, `unauthorized`) are the server's. */
export function faultySite(site: IssuingSite, plan: FaultPlan): FaultySite {
  const decisions = new LateDecisions(site, plan);
  return async (request, asked) => {
    const occurs = (fault: AnswerFault): boolean => plan.occurs(fault, asked);
    if (isSubmission(request)) {
      const fault = (['denied', 'pending'] as const).find(occurs) ?? null;
      return { response: await (fault ? decisions.submitted(request, fault) : site.respond(request)), fault };
    }
    await decisions.polled(requestIdIn(request));
    return isDownload(request)
      ? downloaded(site, request, occurs)
      : { response: await site.respond(request), fault: null };
  };
}

/** Requests that wait although the authority would issue them at once. */
class LateDecisions {
  /** by request id, how often the state is still asked for in vain */
  private readonly polls = new Map<number, number>();
  private readonly site: IssuingSite;
  private readonly plan: FaultPlan;

  constructor(site: IssuingSite, plan: FaultPlan) {
    this.site = site;
    this.plan = plan;
  }

  /** Submits a request that then waits, or that the certificate manager denies. */
  async submitted(request: WebRequest, fault: 'pending' | 'denied'): Promise<WebResponse> {
    const { site, plan } = this;
    const response = await site.respondAs(request, waiting);
    const id = /Your Request Id is (\d+)/.exec(Buffer.from(response.body).toString('utf8'))?.[1];
    const row = site.authority().requests.find((one) => `${one.id}` === id);
    if (row?.disposition.kind !== 'under submission') return response;
    if (fault === 'pending') {
      this.polls.set(row.id, plan.polls());
      return response;
    }
    await site.change(row.id, (state) => ({
      ...state,
      authority: deny(state.authority, approverOf(state.authority), row.id),
    }));
    return site.respond({ ...request, form: { Mode: 'chkpnd', ReqID: `${row.id}` } });
  }

  /** The state of the request is asked for; after the last time in vain, it is issued. */
  async polled(id: number | undefined): Promise<void> {
    const left = id === undefined ? undefined : this.polls.get(id);
    if (id === undefined || left === undefined) return;
    if (left > 0) this.polls.set(id, left - 1);
    else {
      this.polls.delete(id);
      await this.site.change(id, (state) =>
        approve(state.authority, approverOf(state.authority), id, state.determinism),
      );
    }
  }
}

async function downloaded(
  site: IssuingSite,
  request: WebRequest,
  occurs: (fault: AnswerFault) => boolean,
): Promise<FaultyAnswer> {
  if (occurs('wrong-encoding')) {
    return { response: await site.respond(otherwiseEncoded(request)), fault: 'wrong-encoding' };
  }
  const response = await site.respond(request);
  if (response.fileName !== 'certnew.p7b' || !occurs('truncated-chain')) return { response, fault: null };
  const body = response.body.subarray(0, Math.floor(response.body.length / 2));
  return { response: { ...response, body }, fault: 'truncated-chain' };
}

/** The certificate manager of the authority decides every request, for this one. */
function waiting(state: Changed, request: WebRequest): Changed & { readonly response: WebResponse } {
  const { managerApproval } = state.authority;
  const answered = respond({ ...state, authority: { ...state.authority, managerApproval: true } }, request);
  return { ...answered, authority: { ...answered.authority, managerApproval } };
}

/** A certificate manager of the authority. */
export function approverOf({ permissions }: CertificationAuthority): Requester {
  const [group = ''] = permissions.certificateManagers;
  return { account: group, groups: [group] };
}

function isDownload({ target }: WebRequest): boolean {
  return /\/cert(new|crl)\.(cer|p7b|crl)(\?|$)/i.test(target);
}

function isSubmission({ method, target, form }: WebRequest): boolean {
  const mode = Object.entries(form).find(([name]) => name.toLowerCase() === 'mode')?.[1];
  return method === 'POST' && /\/certfnsh\.asp(\?|$)/i.test(target) && mode?.toLowerCase() !== 'chkpnd';
}

function otherwiseEncoded(request: WebRequest): WebRequest {
  const isBinary = /[?&]enc=bin/i.test(request.target);
  const target = request.target.replace(/[?&]enc=[^&]*/i, '');
  const mark = target.includes('?') ? '&' : '?';
  return { ...request, target: `${target}${mark}Enc=${isBinary ? 'b64' : 'bin'}` };
}
