import { hash } from 'node:crypto';

/** The faults that the server can have on order, to try out how a client behaves. */
export const ANSWER_FAULTS = [
  /** the answer comes late */
  'slow',
  /** the credentials are refused although they are right */
  'unauthorized',
  /** the request waits, and is issued when its state was asked for the ordered number of times */
  'pending',
  /** the certificate manager denies the request */
  'denied',
  /** the .p7b file ends in the middle */
  'truncated-chain',
  /** a download has the encoding that was not asked for */
  'wrong-encoding',
] as const;

export type AnswerFault = (typeof ANSWER_FAULTS)[number];

/** A request header that orders a fault for this request alone. Answers name their fault in the same header. */
export const FAULT_HEADER = 'x-rehearse-fault';

/** How many times a fault occurs; for `pending`, how many times the state is asked for in vain. */
export type FaultOrders = Readonly<Partial<Record<AnswerFault, number>>>;

/** Decides which answers have a fault. */
export interface FaultPlan {
  /** whether the answer has this fault; `asked`: the header of the request. An ordered fault is then used up */
  readonly occurs: (fault: AnswerFault, asked: string | undefined) => boolean;
  readonly order: (fault: AnswerFault, times: number) => void;
  /** for how many polls an ordered pending request waits */
  readonly polls: () => number;
}

/**
 * The plan with these orders, and with a fault in `rate` (0 to 1) of the other answers. The same seed gives the same
 * faults for the same sequence of requests.
 */
export function faultPlan(
  orders: FaultOrders,
  { rate, seed }: { readonly rate: number; readonly seed: string },
): FaultPlan {
  const left = new Map<AnswerFault, number>();
  let polls = 1;
  let drawn = 0;
  const order = (fault: AnswerFault, times: number): void => {
    if (fault === 'pending') polls = times;
    left.set(fault, (left.get(fault) ?? 0) + (fault === 'pending' ? 1 : times));
  };
  for (const fault of ANSWER_FAULTS) if (orders[fault] !== undefined) order(fault, orders[fault]);
  return {
    order,
    polls: () => polls,
    occurs: (fault, asked) => {
      if (asked !== undefined) return asked === fault;
      const times = left.get(fault) ?? 0;
      if (times > 0) left.set(fault, times - 1);
      return times > 0 || (rate > 0 && fractionOf(`${seed}/${drawn++}`) < rate);
    },
  };
}

/** A number from 0 up to 1 that follows from the text. */
function fractionOf(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 12), 16) / 2 ** 48;
}
