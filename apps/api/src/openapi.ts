import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document of the running application; the web app's types are generated from it. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Qingsai')
    .setDescription('Registration, judging and publication of youth science contests.')
    .setVersion('1')
    .addCookieAuth('qs_session')
    .build();
  return SwaggerModule.createDocument(app, settings, {
    // Several rooms may name a handler alike; the controller keeps them apart.
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
