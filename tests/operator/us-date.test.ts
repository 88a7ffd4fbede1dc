import test, { describe } from 'node:test';
import { expect } from 'chai';
import { fromUsDate, usDate } from '../../src/operator/us-date';
import { fc } from '../support/properties';

const PAIRS: Readonly<Record<string, string>> = {
  '2013-11-07T00:05:00Z': '11/7/2013 12:05 AM',
  '2013-11-07T09:00:00Z': '11/7/2013 9:00 AM',
  '2013-11-07T12:30:00Z': '11/7/2013 12:30 PM',
  '2013-01-31T23:59:00Z': '1/31/2013 11:59 PM',
};

describe('A date of the United States', () => {
  for (const [iso, text] of Object.entries(PAIRS)) {
    test(`is written and read: ${text}`, () => {
      expect(usDate(Date.parse(iso))).to.equal(text);
      expect(fromUsDate(text)).to.equal(Date.parse(iso));
    });
  }

  test('may lack its time, or have one of 24 hours', () => {
    expect(fromUsDate('7/4/2014')).to.equal(Date.parse('2014-07-04T00:00:00Z'));
    expect(fromUsDate('7/4/2014 13:05')).to.equal(Date.parse('2014-07-04T13:05:00Z'));
  });

  test('has a month and a day that exist, and a time of the day', () => {
    for (const text of ['31/7/2014', '2/30/2014', '0/1/2014', '7/4/2014 24:00', '2014-07-04', '7/4/14', ''])
      expect(fromUsDate(text), text).to.equal(undefined);
  });

  test('is read as it was written, to the minute', () => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 }).map((minute) => minute * 60_000);
    fc.assert(fc.property(minutes, (at) => fromUsDate(usDate(at)) === at));
  });
});
