/** A first password, made by the system, shown once, and to be changed by its owner before anything else. */
import { randomInt } from 'node:crypto';

/** Without what is mistaken for another when read from paper: 0 O, 1 l I. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** E.g. "k7mp-2xqa-9dfh-w3tz": 80 random bits. */
export function firstPassword(): string {
  return Array.from({ length: GROUPS }, group).join('-');
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
