// Says what is wrong with the manifests in some app packages: node manifests.cjs 1.25=a.json 1.30=b.json
const { AppManifestUtils } = require("@microsoft/app-manifest");
const fs = require("fs");
const path = require("path");

const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build/json-schemas/teams");

(async () => {
  let faults = 0;
  for (const pair of process.argv.slice(2)) {
    const [version, file] = pair.split("=");
    const schema = JSON.parse(fs.readFileSync(path.join(schemas, "v" + version, "MicrosoftTeams.schema.json")));
    for (const fault of await AppManifestUtils.validateAgainstSchema(JSON.parse(fs.readFileSync(file)), schema)) {
      console.error(`${version}: ${fault}`);
      faults++;
    }
  }
  process.exit(faults === 0 ? 0 : 1);
})();
