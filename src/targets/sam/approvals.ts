import type { Context, Step } from '../../model.ts'
import { branchPolicy, environmentPath } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { shellWord } from '../../render/shell.ts'

/** A person lets it on: a rule of the GitHub environment. */
export function approvals(context: Context): readonly Step[] {
  return stages(context)
    .filter((stage) => stage.approval && stage.github)
    .map((stage) => ({
      when: 'before merge',
      title: `Let nothing into ${stage.name} without approval`,
      text: `Makes you the reviewer of the environment \`${stage.name}\`; add others in its settings. In a private repository this needs GitHub Enterprise: without it, leave this step out, and ${stage.name} follows by itself once the environment before it is deployed.`,
      commands: [
        `gh api --silent -X PUT ${shellWord(environmentPath(stage, context))} ${branchPolicy} -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`,
      ],
      link: 'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    }))
}
