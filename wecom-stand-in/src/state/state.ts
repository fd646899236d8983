import { z } from 'zod';

/** Times are UTC instants in ms unless the name ends in `_time` or `time`, which are seconds as WeCom has them. */
const instant = z.number().int();

const Staff = z.object({ userid: z.string(), name: z.string(), title: z.string() });

const Customer = z.object({
  external_userid: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  createdAt: instant,
});

/** One staff member's side of knowing one customer: remark and tags belong to the pair, not to the customer. */
const Relation = z.object({
  userid: z.string(),
  external_userid: z.string(),
  /** `customer-left`: the customer deleted the staff member, who does not see that. `staff-left`: the other way round. */
  status: z.enum(['friends', 'customer-left', 'staff-left']),
  createtime: z.number().int(),
  remark: z.string(),
  description: z.string(),
  remark_company: z.string(),
  remark_mobiles: z.array(z.string()),
  tags: z.array(z.string()),
  state: z.string(),
  add_way: z.number().int(),
});

const Attachment = z.record(z.string(), z.unknown());

const ChatMessage = z.object({
  /** Position in the chat archive, counted over all chats. */
  seq: z.number().int(),
  userid: z.string(),
  external_userid: z.string(),
  from: z.enum(['staff', 'customer']),
  kind: z.enum(['mass-send', 'welcome', 'typed']),
  text: z.string(),
  attachments: z.array(Attachment),
  at: instant,
});

const MassSendTarget = z.object({
  external_userid: z.string(),
  /** As in get_groupmsg_send_result: 0 unsent, 1 sent, 2 not a friend, 3 receive cap. */
  status: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  sentAt: instant.nullable(),
});

const MassSendMember = z.object({
  userid: z.string(),
  /** As in get_groupmsg_task: 0 unsent, 2 sent. */
  status: z.union([z.literal(0), z.literal(2)]),
  sentAt: instant.nullable(),
  targets: z.array(MassSendTarget),
});

const MassSend = z.object({
  msgid: z.string(),
  chat_type: z.enum(['single', 'group']),
  text: z.string(),
  attachments: z.array(Attachment),
  createdAt: instant,
  cancelledAt: instant.nullable(),
  remindedAt: z.array(instant),
  members: z.array(MassSendMember),
});

const Tag = z.object({ id: z.string(), name: z.string(), create_time: z.number().int(), order: z.number().int() });
const TagGroup = z.object({
  group_id: z.string(),
  group_name: z.string(),
  create_time: z.number().int(),
  order: z.number().int(),
  tag: z.array(Tag),
});

const ContactWay = z.object({
  config_id: z.string(),
  type: z.union([z.literal(1), z.literal(2)]),
  scene: z.union([z.literal(1), z.literal(2)]),
  remark: z.string(),
  skip_verify: z.boolean(),
  state: z.string(),
  user: z.array(z.string()),
});

const WelcomeCode = z.object({
  code: z.string(),
  userid: z.string(),
  external_userid: z.string(),
  expiresAt: instant,
  usedAt: instant.nullable(),
});

const Card = z.record(z.string(), z.unknown());

const StaffNotice = z.object({
  msgid: z.string(),
  userid: z.string(),
  agentid: z.number().int(),
  msgtype: z.string(),
  /** The part of the request named like `msgtype`; replaced when a card is updated. */
  content: Card,
  at: instant,
  taskId: z.string().nullable(),
  /** Keys of the buttons pressed so far, newest last. */
  pressed: z.array(z.string()),
  /** What a spent button reads once the card was updated. */
  replacedBy: z.string().nullable(),
  /** True if it went over the member's rate and never reached the phone, as WeCom does without saying so. */
  dropped: z.boolean(),
});

const ResponseCode = z.object({ code: z.string(), msgid: z.string(), expiresAt: instant, usedAt: instant.nullable() });

const RobotMessage = z.object({ key: z.string(), msgtype: z.string(), content: Card, at: instant });

const Media = z.object({
  media_id: z.string(),
  type: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  createdAt: instant,
});

const AccessToken = z.object({ value: z.string(), expiresAt: instant, revoked: z.boolean() });

/** Everything the stand-in remembers, as it stands in its file. */
export const StandInState = z.object({
  version: z.literal(1),
  /** Ms by which the stand-in's clock runs ahead of the real one; moved by tests that cannot wait. */
  clockAhead: z.number().int(),
  capRule: z.enum(['month', 'week', 'day']),
  lastSeq: z.number().int(),
  staff: z.array(Staff),
  customers: z.record(z.string(), Customer),
  /** By `userid|external_userid`. */
  relations: z.record(z.string(), Relation),
  chats: z.array(ChatMessage),
  massSends: z.array(MassSend),
  tagGroups: z.array(TagGroup),
  contactWays: z.array(ContactWay),
  welcomeCodes: z.array(WelcomeCode),
  notices: z.array(StaffNotice),
  responseCodes: z.array(ResponseCode),
  /** Requests of message/send that asked for the duplicate check, by digest. */
  recentSends: z.record(z.string(), z.object({ until: instant, msgid: z.string(), response_code: z.string().nullable() })),
  robotMessages: z.array(RobotMessage),
  media: z.record(z.string(), Media),
  tokens: z.array(AccessToken),
});

export type StandInState = z.infer<typeof StandInState>;
export type Staff = z.infer<typeof Staff>;
export type Customer = z.infer<typeof Customer>;
export type Relation = z.infer<typeof Relation>;
export type ChatMessage = z.infer<typeof ChatMessage>;
export type MassSend = z.infer<typeof MassSend>;
export type MassSendMember = z.infer<typeof MassSendMember>;
export type TagGroup = z.infer<typeof TagGroup>;
export type ContactWay = z.infer<typeof ContactWay>;
export type StaffNotice = z.infer<typeof StaffNotice>;
export type RobotMessage = z.infer<typeof RobotMessage>;
export type Media = z.infer<typeof Media>;

/** A corp with its staff and nothing else. */
export const newState = (staff: readonly Staff[]): StandInState => ({
  version: 1,
  clockAhead: 0,
  capRule: 'month',
  lastSeq: 0,
  staff: staff.map((member) => ({ ...member })),
  customers: {},
  relations: {},
  chats: [],
  massSends: [],
  tagGroups: [],
  contactWays: [],
  welcomeCodes: [],
  notices: [],
  responseCodes: [],
  recentSends: {},
  robotMessages: [],
  media: {},
  tokens: [],
});
