import { shortNames } from './short-names';

const of = (...names: string[]) => Object.values(shortNames(names.map((name, id) => ({ id: String(id), name }))));

describe('shortNames', () => {
  it('leaves out the words that all begin with', () => {
    expect(of('Northwind Outdoors', 'Northwind Rentals')).toEqual(['Outdoors', 'Rentals']);
    expect(of('The Big Shop', 'The Big Café', 'The Big')).toEqual(['Big Shop', 'Big Café', 'Big']);
  });

  it('leaves nothing nameless, and no word cut', () => {
    expect(of('Northwind', 'Northwind Rentals')).toEqual(['Northwind', 'Northwind Rentals']);
    expect(of('Northern', 'Northwind')).toEqual(['Northern', 'Northwind']);
  });

  it('does not tell apart what is alone', () => {
    expect(of('Northwind Outdoors')).toEqual(['']);
  });
});
