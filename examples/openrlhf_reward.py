"""OpenRLHF's reward function, of which the trainer loads this file by its path:

    --reward.remote_url /path/to/openrlhf_reward.py --data.label_key problem

(`--remote_rm_url` and `--label_key` before 0.10.) The label is the problem: a stored id, or a row as JSON. With no
options of one's own the path of `equijudge/rewards.py` does as well.
"""

from functools import partial

from equijudge.rewards import openrlhf_reward

reward_func = partial(openrlhf_reward, wrong=-1.0)
