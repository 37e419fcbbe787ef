/** "nt-cong-2" is the second paragraph of the block "nt-cong". */
export function outlineIds(paragraphId: string): string {
  return paragraphId.replace(/-\d+$/, '');
}
