import { TestBed } from '@angular/core/testing';
import type { RuleDecision } from '#contracts';
import { RuleRecord } from './rule-record';
import { RulesApi } from './rules-api';

const decision = (id: string) => ({ id }) as RuleDecision;

function setup() {
  const asked: unknown[] = [];
  const api = {
    versions: () => Promise.resolve([]),
    comparison: () => Promise.reject(new Error('not allowed')),
    decisions: (_id: string, cursor: string | null, fired: boolean | null) => {
      asked.push([cursor, fired]);
      return Promise.resolve(cursor ? { items: [decision('c')], nextCursor: null } : { items: [decision('a'), decision('b')], nextCursor: '2' });
    },
  };
  TestBed.configureTestingModule({ providers: [RuleRecord, { provide: RulesApi, useValue: api }] });
  return { sut: TestBed.inject(RuleRecord), asked };
}
const ids = (sut: RuleRecord) => sut.decisions()?.map(({ id }) => id);

describe('RuleRecord', () => {
  it('is of use without the comparison', async () => {
    const { sut } = setup();
    await sut.of('rule');
    expect([ids(sut), sut.comparison(), sut.versions()]).toEqual([['a', 'b'], null, []]);
  });

  it('goes on where the page before has ended', async () => {
    const { sut, asked } = setup();
    await sut.of('rule');
    await sut.more();
    expect([ids(sut), sut.hasMore()]).toEqual([['a', 'b', 'c'], false]);
    expect(asked).toEqual([
      [null, null],
      ['2', null],
    ]);
  });

  it('begins anew for those that fired alone', async () => {
    const { sut, asked } = setup();
    await sut.of('rule');
    await sut.show('fired');
    expect([ids(sut), asked.at(-1)]).toEqual([
      ['a', 'b'],
      [null, true],
    ]);
  });
});
