import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '#libs/platform';
import { adminControllers, adminProviders } from './admin/admin-controllers.js';
import { RehearsalController } from './rehearsal.controller.js';

@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(options), ...options.rooms.map((room) => room.module)],
      controllers: [RehearsalController, ...adminControllers],
      providers: adminProviders,
    };
  }
}
