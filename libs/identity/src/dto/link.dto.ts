import { Instant, OneOf, Text } from '#libs/platform';

export const LINK_PURPOSES = ['invitation', 'password_reset', 'claim', 'email_verification'] as const;

/** What a link carries. However short somebody copied it: the answer is that the link is not valid, not that a field is. */
export const LinkToken = (): PropertyDecorator => Text({ max: 200 });

/** A link to hand to whom it is for. It is shown this once. */
export class LinkView {
  @Text() url: string;
  @Instant() expiresAt: Date;
}

export class UseLink {
  @LinkToken() token: string;
}

export class LookAtLink {
  @OneOf(LINK_PURPOSES, { name: 'LinkPurpose' }) purpose: (typeof LINK_PURPOSES)[number];
  @LinkToken() token: string;
}

export class LinkFacts {
  @Text({ description: 'Masked name of whom it is for' }) name: string;
  @Text({ nullable: true, description: 'Login name, where there is one' }) loginName: string | null;
  @Text({ nullable: true }) school: string | null;
  @Instant() expiresAt: Date;
}
