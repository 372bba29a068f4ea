"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline.

`streamlit run dashboard.py` imports this file and serves its `app`, which runs it again, as a
script, for each page that is asked for. What a page needs is imported by that script alone:
Streamlit knows the components of a page only if they are declared while it serves.
"""

if __name__ == "__main__":
    from views.widgets.app import frame, made, search_button, sign_in, site, store, versions
    from views.widgets.atlas import controls

    versions.begin(store.reviewed())
    frame.settings()
    frame.prepare_map()
    made.forget_what_is_hidden()
    page = sign_in.navigation()
    if frame.embedded():
        controls.unseen(store.collection())
    else:
        if page.url_path in frame.FILTERED:
            controls.sidebar(store.collection())
        search_button()
        sign_in.say_why_not_here()
        frame.say_problems(store.problems())
    frame.say_wrong_address(page)
    page.run()
    if not frame.embedded():
        site.say_foot(page.url_path)
else:
    import streamlit as st

    from views import server

    server.log_without_words()
    server.bound_sockets()
    app = st.App(
        __file__,
        middleware=server.middleware(),
        on_script_error=server.say_failure,
        lifespan=server.lifespan,
    )
