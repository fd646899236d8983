import type { Role } from '../api/views.ts';

/** A person of the demo. */
export interface DemoMember {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Who the person is on the WeCom stand-in. */
  readonly wecomUserId: string | null;
}

/** One person per role; three of them have a phone on the WeCom stand-in. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  { role: 'marketer', name: '王五', email: 'marketer@demo.example', wecomUserId: 'wangwu' },
  { role: 'sdr', name: '张三', email: 'sdr@demo.example', wecomUserId: 'zhangsan' },
  { role: 'manager', name: '李四', email: 'manager@demo.example', wecomUserId: 'lisi' },
  { role: 'admin', name: '赵敏', email: 'admin@demo.example', wecomUserId: null },
];
