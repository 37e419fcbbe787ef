/** Who signs in: a person with a role, and for staff of a ministry or province the body that they act for. */

/** chuyên viên · lãnh đạo đơn vị · quản trị · chuyên viên tổng hợp · người theo dõi. */
export type Role = 'clerk' | 'approver' | 'admin' | 'compiler' | 'reviewer';

export interface Account {
  readonly id: number;
  /** User name: lower-case ASCII. */
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
  /** Id of the body of a clerk or approver; the other roles belong to none. */
  readonly entity?: string;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
}

/** Who acts: what the workflow checks role and body by, and what events record. */
export type Person = Pick<Account, 'id' | 'name' | 'fullName' | 'role' | 'entity'>;
