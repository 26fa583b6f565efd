import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { AccessDeclarations, answersTo, endpointsOf } from './access-declarations.js';
import { Access, Public } from './access.decorators.js';

@Controller('declared')
class DeclaredController {
  @Get() @Public() open(): string { return 'open'; }
  @Post(':id/merge') @Access('school.merge') merge(): string { return 'merged'; }
}

@Access('own.manage')
@Controller(['one', 'two'])
class WholeClassController {
  @Get('things') things(): string { return 'things'; }
}

@Controller('silent')
class SilentController {
  @Get('nothing-said') nothingSaid(): string { return ''; }
}

async function boot(controllers: (abstract new () => unknown)[]): Promise<unknown> {
  @Module({ imports: [DiscoveryModule], controllers: controllers as never[], providers: [AccessDeclarations] })
  class Room {}
  const context = await NestFactory.createApplicationContext(Room, { logger: false, abortOnError: false });
  return context.close();
}

describe('access declarations', () => {
  it('refuse to start with a handler that says nothing, and name it', async () => {
    await expect(boot([DeclaredController, SilentController])).rejects.toThrow('No access declared (use @Access or @Public) on SilentController.nothingSaid');
    await expect(boot([DeclaredController, WholeClassController])).resolves.toBeUndefined();
  });

  it('are read from method and class, one endpoint for each path', () => {
    expect(endpointsOf(WholeClassController)).toMatchObject([
      { method: 'GET', path: '/one/things', access: { permission: 'own.manage' } },
      { method: 'GET', path: '/two/things', access: { permission: 'own.manage' } },
    ]);
    const [open, merge] = endpointsOf(DeclaredController);
    expect([open && answersTo(open, undefined), merge && answersTo(merge, undefined)]).toEqual([true, false]);
    expect([merge && answersTo(merge, 'prefecture_admin'), merge && answersTo(merge, 'county_admin'), merge && answersTo(merge, 'supervisor')]).toEqual([true, false, false]);
  });
});
