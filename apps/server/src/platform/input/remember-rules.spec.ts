import { describe, expect, it, jest } from '@jest/globals';
import 'reflect-metadata';
import { getMetadataStorage, IsInt, IsOptional, IsString, MaxLength, validate } from 'class-validator';
import { rememberRules } from './remember-rules.js';

class Named {
  @IsString({ groups: ['strict'] }) @MaxLength(3) name!: string;
}
class Aged extends Named {
  @IsOptional() @IsInt() age?: number;
}

describe('rules that are remembered', () => {
  const wrongIn = async (object: object, groups?: string[]): Promise<string[][]> =>
    (await validate(object, groups ? { groups } : {})).map(({ property, constraints }) => [property, ...Object.keys(constraints ?? {})]);
  const all = (): Promise<string[][][]> =>
    Promise.all([
      wrongIn(Object.assign(new Named(), { name: 'long' })),
      wrongIn(Object.assign(new Aged(), { name: 7, age: 'old' })),
      wrongIn(Object.assign(new Aged(), { name: 'Ana' })),
      wrongIn(Object.assign(new Aged(), { name: 7 }), ['strict']),
      wrongIn({}),
    ]);

  it('say the same as before, time and again, and are looked up once', async () => {
    const before = await all();
    const storage = getMetadataStorage();
    const find = jest.spyOn(storage, 'getTargetValidationMetadatas');
    rememberRules(storage);
    expect([await all(), await all()]).toEqual([before, before]);
    expect(before[1]).toEqual(expect.arrayContaining([['age', 'isInt']]));
    expect(before[2]).toEqual([]);
    // Named, Aged and Object once; what asks for a group each time.
    expect(find).toHaveBeenCalledTimes(3 + 2);
  });
});
