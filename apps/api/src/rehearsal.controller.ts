import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Public } from '#libs/identity';
import { Clock, Flag, Instant, Rehearsal, Returns } from '#libs/platform';

class ClockView {
  @Instant({ description: "The server's clock." }) now: string;
  @Flag({ description: 'This installation is a rehearsal with made-up data; its clock can be set.' }) rehearsal: boolean;
}

class ClockSetting {
  @Instant() now: string;
}

/** The server's clock, for every page that shows a deadline; settable in a rehearsal only. */
@ApiTags('clock')
@Controller('clock')
export class RehearsalController {
  constructor(
    private readonly rehearsal: Rehearsal,
    private readonly clock: Clock,
  ) {}

  @Get() @Public() @Returns(ClockView)
  read(): ClockView {
    return { now: this.clock.now().toISOString(), rehearsal: this.rehearsal.on };
  }

  @Put() @Access('clock.set') @Returns(ClockView)
  async set(@Body() setting: ClockSetting): Promise<ClockView> {
    await this.rehearsal.setClock(new Date(setting.now));
    return this.read();
  }
}
