"""What isolates programs. A driver implements the two protocols of base.py.

docker: docker.py, with cell_container.py (every flag), seccomp_profile.py and docker_failures.py (its errors).
local: local.py (bubblewrap), with local_packages.py (what programs may import) and cgroups.py (what memory they take).
Both: uids.py, ranges of uids that no two cells share.
"""
