/** What the page shows. Times are UTC instants in ms. */
export interface PhonesView {
  readonly corpId: string;
  readonly callbackUrl: string | null;
  readonly staff: readonly StaffTab[];
  readonly phone: StaffPhone;
  readonly customers: CustomerList;
  readonly customer: CustomerPhone | null;
  readonly ways: readonly WayRow[];
  readonly robot: readonly RobotRow[];
  readonly log: readonly LogRow[];
  readonly faults: readonly { readonly path: string; readonly what: string; readonly times: number | null }[];
}

/** A staff member to choose, with the number of tasks that wait for a tap. */
export interface StaffTab {
  readonly userid: string;
  readonly name: string;
  readonly title: string;
  readonly waiting: number;
}

/** The phone of the chosen staff member. */
export interface StaffPhone {
  readonly userid: string;
  readonly name: string;
  /** Customers this member has. */
  readonly friends: number;
  readonly tasks: readonly TaskRow[];
  readonly notices: readonly NoticeRow[];
}

/** A mass-send task on one member's phone. */
export interface TaskRow {
  readonly msgid: string;
  readonly text: string;
  readonly attachments: readonly AttachmentRow[];
  readonly at: number;
  readonly status: 'waiting' | 'sent' | 'cancelled';
  readonly reminders: number;
  readonly total: number;
  /** The first customers of the task; `fate` as in get_groupmsg_send_result. */
  readonly customers: readonly { readonly id: string; readonly name: string; readonly fate: 0 | 1 | 2 | 3 }[];
  readonly delivered: number;
}

/** An attachment in two words: what it is and what it is called. */
export interface AttachmentRow {
  readonly kind: string;
  readonly label: string;
  readonly url: string | null;
}

/** A message of the app to a member: a text, or a card. */
export interface NoticeRow {
  readonly msgid: string;
  readonly at: number;
  readonly kind: string;
  readonly source: string;
  readonly title: string;
  readonly subtitle: string;
  readonly text: string;
  readonly url: string | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly choices: readonly {
    readonly question: string;
    readonly title: string;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly buttons: readonly { readonly key: string; readonly text: string; readonly primary: boolean; readonly pressed: boolean }[];
  readonly replacedBy: string | null;
}

/** Customers that match the search, those written to last first. */
export interface CustomerList {
  readonly total: number;
  readonly found: number;
  readonly rows: readonly CustomerRow[];
}

/** A customer to choose. */
export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly last: string;
  readonly at: number | null;
}

/** The phone of the chosen customer, with one chat open. */
export interface CustomerPhone {
  readonly id: string;
  readonly name: string;
  readonly received: number;
  readonly most: number;
  /** Everybody in the company; `none` means the customer never added them. */
  readonly staff: readonly { readonly userid: string; readonly name: string; readonly status: 'none' | 'friends' | 'customer-left' | 'staff-left' }[];
  readonly chat: { readonly userid: string; readonly name: string; readonly messages: readonly BubbleRow[] } | null;
}

/** One bubble of a chat. */
export interface BubbleRow {
  readonly seq: number;
  readonly from: 'staff' | 'customer';
  readonly kind: 'mass-send' | 'welcome' | 'typed';
  readonly text: string;
  readonly attachments: readonly AttachmentRow[];
  readonly at: number;
}

/** A code that adds a member, made by the app. */
export interface WayRow {
  readonly id: string;
  readonly remark: string;
  readonly state: string;
  readonly staff: readonly string[];
  readonly picture: string;
}

/** A message of the group robot. */
export interface RobotRow {
  readonly at: number;
  readonly text: string;
}

/** What went over the wire; equal neighbours are counted. */
export type LogRow =
  | {
      readonly is: 'call';
      readonly at: number;
      readonly method: string;
      readonly path: string;
      readonly errcode: number | null;
      readonly faulty: boolean;
      readonly times: number;
    }
  | {
      readonly is: 'callback';
      readonly at: number;
      readonly event: string;
      readonly about: string;
      readonly status: 'no-url' | 'trying' | 'delivered' | 'lost';
      readonly tries: number;
    };
