import { qrCodeUrl } from '../calls/contact-ways.ts';
import type { Fault } from '../doors/fault-book.ts';
import type { StandIn } from '../stand-in.ts';
import type { RobotMessage, Staff } from '../state/state.ts';
import { customerList, customerPhone } from './customer-phone.ts';
import type { PhonesView } from './phones-view.ts';
import { staffPhone, staffTabs } from './staff-phone.ts';
import { wireLog } from './wire-log.ts';

const MOST_ROBOT = 20;

/** What the person at the page is looking at. */
export interface Looking {
  readonly staff?: string | undefined;
  readonly customer?: string | undefined;
  /** Whose chat is open on the customer's phone. */
  readonly chat?: string | undefined;
  readonly search?: string | undefined;
}

/** Everything the page shows for what the person is looking at. */
export function buildView(standIn: StandIn, looking: Looking): PhonesView {
  const { settings, store, faults } = standIn;
  const customers = customerList(standIn, looking.search ?? '');
  const id = looking.customer ?? customers.rows[0]?.id;
  return {
    corpId: settings.corpId,
    callbackUrl: settings.callbackUrl,
    staff: staffTabs(standIn),
    phone: staffPhone(standIn, chosenStaff(store.state.staff, looking.staff)),
    customers,
    customer: id === undefined ? null : customerPhone(standIn, { id, userid: looking.chat ?? null }),
    ways: store.state.contactWays.map(({ config_id, remark, state, user }) => ({
      id: config_id,
      remark,
      state,
      staff: user,
      picture: qrCodeUrl(standIn, config_id),
    })),
    robot: store.state.robotMessages.slice(-MOST_ROBOT).toReversed().map(robotRow),
    log: wireLog(standIn),
    faults: faults.list().map((fault) => ({ path: fault.path, what: whatOf(fault), times: fault.times })),
  };
}

function chosenStaff(staff: readonly Staff[], userid: string | undefined): Staff {
  return staff.find((one) => one.userid === userid) ?? staff[0] ?? { userid: '', name: '', title: '' };
}

const robotRow = ({ at, msgtype, content }: RobotMessage) => ({
  at,
  text: typeof content['content'] === 'string' ? content['content'] : `[${msgtype}]`,
});

const whatOf = ({ errcode, status, delayMs, drop }: Fault): string =>
  [
    errcode === undefined ? '' : `errcode ${errcode}`,
    status === undefined ? '' : `HTTP ${status}`,
    delayMs === undefined ? '' : `+${delayMs} ms`,
    drop === undefined ? '' : `drop ${drop}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
