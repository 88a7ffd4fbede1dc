import type { RequestRow } from '../adcs/authority';
import { approve, deny, revoke } from '../adcs/certificate-manager';
import { Refusal } from '../refusal';
import { formatName } from '../x509/names/distinguished-name';
import type { Application } from './application';
import { ANSWER_FAULTS, type AnswerFault, type FaultPlan } from './fault-plan';
import { approverOf } from './faulty-site';
import type { Changed, IssuingSite } from './issuing-site';

/** What an administrator does at the authority while the server runs, as JSON over HTTP on a separate port. */

export interface ManagementSettings {
  readonly site: IssuingSite;
  readonly faults: FaultPlan;
  /** renews the certificate of the authority */
  readonly renew: (key: 'new' | 'same') => Promise<void>;
  /** clients send it as a bearer token, so that no web page can use the port */
  readonly token: string;
  readonly row: (id: number) => RequestRow | undefined;
}

/** CRLReason "unspecified" (RFC 5280 §5.3.1) */
const UNSPECIFIED = 0;

/**
 * Adds `GET /requests`, `GET /requests/ID`, `POST /requests/ID/issue`, `…/deny`, `…/revoke` (`{"reason":n}`),
 * `POST /renew` (`{"key":"new"}`), and `POST /faults` (`{"fault":"slow","times":1}`).
 */
export function addManagement(app: Application, settings: ManagementSettings): void {
  const { site, token } = settings;
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (headers.authorization !== `Bearer ${token}`) {
      await reply.code(401).send({ error: 'send the header Authorization: Bearer, with the token of the first line' });
    }
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error instanceof Refusal ? 409 : (error.statusCode ?? 500);
    return reply.code(status).send({ error: error.message });
  });
  app.get('/requests', async () => ({ requests: site.authority().requests.map(shown) }));
  app.get<{ Params: { id: number } }>('/requests/:id', { schema: ID }, async ({ params }, reply) => {
    const row = settings.row(params.id);
    return row ? shown(row) : reply.code(404).send({ error: `no request has the id ${params.id}` });
  });
  addDecisions(app, settings);
  app.post<{ Body: { key: 'new' | 'same' } }>('/renew', { schema: { body: RENEWAL } }, async ({ body }) => {
    await settings.renew(body.key);
    return { certificates: site.authority().generations.length };
  });
  app.post<{ Body: { fault: AnswerFault; times: number } }>(
    '/faults',
    { schema: { body: FAULT } },
    async ({ body }) => {
      settings.faults.order(body.fault, body.times);
      return body;
    },
  );
}

function addDecisions(app: Application, { site, row }: ManagementSettings): void {
  const decided = async (id: number, change: (state: Changed) => Changed) => {
    await site.change(id, change);
    const after = row(id);
    if (!after) throw new Error(`the database has no request ${id} after its decision`);
    return shown(after);
  };
  app.post<{ Params: { id: number } }>('/requests/:id/issue', { schema: ID }, ({ params: { id } }) =>
    decided(id, (state) => approve(state.authority, approverOf(state.authority), id, state.determinism)),
  );
  app.post<{ Params: { id: number } }>('/requests/:id/deny', { schema: ID }, ({ params: { id } }) =>
    decided(id, (state) => ({ ...state, authority: deny(state.authority, approverOf(state.authority), id) })),
  );
  app.post<{ Params: { id: number }; Body: { reason?: number } | null }>(
    '/requests/:id/revoke',
    { schema: REVOCATION },
    ({ params: { id }, body }) =>
      decided(id, (state) => {
        const why = { now: state.determinism.now, reason: body?.reason ?? UNSPECIFIED };
        return { ...state, authority: revoke(state.authority, approverOf(state.authority), id, why) };
      }),
  );
}

const ID = { params: { type: 'object', properties: { id: { type: 'integer', minimum: 0 } } } } as const;

const REVOCATION = {
  ...ID,
  body: { type: ['object', 'null'], properties: { reason: { type: 'integer', minimum: 0, maximum: 10 } } },
} as const;

const RENEWAL = {
  type: 'object',
  required: ['key'],
  properties: { key: { enum: ['new', 'same'] } },
  additionalProperties: false,
} as const;

const FAULT = {
  type: 'object',
  required: ['fault'],
  properties: { fault: { enum: ANSWER_FAULTS }, times: { type: 'integer', minimum: 1, maximum: 1000, default: 1 } },
  additionalProperties: false,
} as const;

function shown({ id, requester, submittedAt, template, request, disposition }: RequestRow) {
  return {
    id,
    requester,
    submittedAt: new Date(submittedAt).toISOString(),
    template,
    subject: request ? formatName(request.subject) : null,
    disposition: disposition.kind,
    serialNumber: 'certificate' in disposition ? disposition.certificate.serialNumber : null,
    message: disposition.kind === 'denied' ? disposition.message : null,
  };
}
