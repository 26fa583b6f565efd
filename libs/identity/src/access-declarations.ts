import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_KEY, type AccessDeclaration } from './access.decorators.js';
import { everyoneMay, roleMay } from './core/permissions.js';
import { READ_ONLY_ROLES, type Role } from './core/roles.js';

export interface Endpoint {
  method: string;
  /** Without the global prefix, e.g. /schools/:id. */
  path: string;
  controller: string;
  handler: string;
  access: AccessDeclaration | undefined;
}

/** Whether the guard lets somebody with just that role (undefined: somebody not logged in) through to the handler. */
export function answersTo(endpoint: Pick<Endpoint, 'method' | 'access'>, role: Role | undefined): boolean {
  const { access, method } = endpoint;
  if (!access) return false;
  if ('public' in access) return true;
  if (role === undefined) return false;
  if (everyoneMay(access.permission)) return true;
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  return roleMay(role, access.permission) && !(writes && READ_ONLY_ROLES.includes(role));
}

type Methods = Record<string, (...args: never[]) => unknown>;

const asList = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : [value ?? '']);
const join = (...parts: string[]): string => `/${parts.flatMap((part) => part.split('/')).filter(Boolean).join('/')}`;

/** The endpoints of one controller class, from the metadata that Nest's own router reads. */
export function endpointsOf(controller: abstract new (...args: never[]) => unknown): Endpoint[] {
  const reflector = new Reflector();
  const prototype = controller.prototype as Methods;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((handler) => {
    const method = prototype[handler];
    const paths = method && (Reflect.getMetadata(PATH_METADATA, method) as string | string[] | undefined);
    if (!method || paths === undefined) return [];
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
    const access = reflector.getAllAndOverride<AccessDeclaration | undefined>(ACCESS_KEY, [method, controller]);
    return asList(Reflect.getMetadata(PATH_METADATA, controller) as string | string[] | undefined).flatMap((prefix) =>
      asList(paths).map((path) => ({ method: verb, path: join(prefix, path), controller: controller.name, handler, access })),
    );
  });
}

/** Refuses to start with a handler that does not say who may call it. */
@Injectable()
export class AccessDeclarations implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  /** Every endpoint of the running application. */
  endpoints(): Endpoint[] {
    return this.discovery.getControllers().flatMap((wrapper) => (typeof wrapper.metatype === 'function' ? endpointsOf(wrapper.metatype as never) : []));
  }

  onModuleInit(): void {
    const silent = this.endpoints().filter((endpoint) => endpoint.access === undefined);
    if (silent.length > 0) {
      throw new Error(`No access declared (use @Access or @Public) on ${silent.map((endpoint) => `${endpoint.controller}.${endpoint.handler}`).join(', ')}`);
    }
  }
}
