import { describe, expect, it } from '@jest/globals';
import { divergenceOf } from './divergence.js';

const limits = { range: 15, sd: 8 };

describe('divergenceOf', () => {
  it('asks for a look only above the limits', () => {
    expect(divergenceOf(['80', '95'], limits)).toEqual({ range: '15.00', sd: '7.50', overRange: false, overSd: false });
    expect(divergenceOf(['80', '95.5'], limits)).toMatchObject({ overRange: true, overSd: false });
    expect(divergenceOf(['70', '70', '90', '90'], { sd: 8 })).toEqual({ range: '20.00', sd: '10.00', overRange: false, overSd: true });
  });

  it('says nothing about a single score', () => {
    expect(divergenceOf(['88'], limits)).toBeNull();
    expect(divergenceOf([], limits)).toBeNull();
  });
});
