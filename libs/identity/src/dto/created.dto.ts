import { Id, Text } from '#libs/platform';

/** The id of what was made. */
export class Created {
  @Id() id: string;
}

export class CreatedWithStatus extends Created {
  @Text() status: string;
}
