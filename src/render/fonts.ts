/**
 * The fonts that a document may use: Tinos, metric-compatible with Times New Roman and with all of Vietnamese. They
 * reach the browser by a private fontconfig file; as base64 in the HTML they cost half the render again.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { packageVersion } from './package-files.ts';
import { privateFolder, userSuffix } from './private-folder.ts';

const PACKAGE = '@expo-google-fonts/tinos';
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

export interface Fonts {
  /** Value for FONTCONFIG_FILE. */
  readonly configFile: string;
  /** What an edition records, e.g. "Tinos (@expo-google-fonts/tinos 0.4.2)". */
  readonly version: string;
}

/** Copies the faces to a folder of this user's and this version's under `cacheDir`, with a fontconfig file that knows nothing else. */
export async function installFonts(cacheDir: string): Promise<Fonts> {
  const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
  const version = packageVersion(manifest);
  const folder = join(cacheDir, `tong-hop-fonts-${version}-${userSuffix()}`);
  await privateFolder(folder, async (target) => {
    await mkdir(join(target, 'ttf'));
    for (const face of FACES) {
      const file = join(dirname(manifest), face, `Tinos_${face}.ttf`);
      await copyFile(file, join(target, 'ttf', basename(file)));
    }
    await writeFile(join(target, 'fonts.conf'), fontconfig(folder));
  });
  return { configFile: join(folder, 'fonts.conf'), version: `Tinos (${PACKAGE} ${version})` };
}

function fontconfig(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path}/ttf</dir>
  <cachedir>${path}/cache</cachedir>
  <match target="pattern">
    <test name="family" qual="any"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="same"><string>Tinos</string></edit>
  </match>
</fontconfig>
`;
}
